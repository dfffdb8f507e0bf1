import { readFile } from 'node:fs/promises';
import { FailureError } from '../../../shared/contract/answer.ts';
import { scenarioSchema, type Scenario } from '../../../shared/domain/scenario.ts';

/** Reads a scenario document (`-` is standard input); throws a failure that says where it is wrong. */
export const readScenarioFile = async (file: string): Promise<Scenario> => {
  const parsed = scenarioSchema.safeParse(parse(await readText(file), file));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, 20)
    .map(issue => ({ path: issue.path.join('.'), message: issue.message }));
  throw new FailureError({ kind: 'invalid-scenario', issues });
};

const readText = async (file: string): Promise<string> => {
  try {
    return await (file === '-' ? readAll(process.stdin) : readFile(file, 'utf8'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Error(code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`, {
      cause: error,
    });
  }
};

const parse = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}.`, { cause: error });
  }
};

const readAll = async (stream: NodeJS.ReadableStream): Promise<string> => {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
  return text;
};
