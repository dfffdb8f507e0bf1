import { parseArgs } from 'node:util';
import { UsageError } from './terminal.ts';

type Option = 'text' | 'flag';
type Values<Options extends Readonly<Record<string, Option>>> = {
  readonly [Name in keyof Options]?: Options[Name] extends 'flag' ? boolean : string;
};

export interface Arguments<Options extends Readonly<Record<string, Option>>> {
  readonly options: Values<Options>;
  readonly words: readonly string[];
}

/** Reads a command's options strictly; throws `UsageError` for what it does not know. */
export const readArguments = <const Options extends Readonly<Record<string, Option>>>(
  args: readonly string[],
  known: Options,
): Arguments<Options> => {
  const options = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { options: values as Values<Options>, words: positionals };
  } catch (error) {
    throw new UsageError(parseWords(error, args));
  }
};

/** Node's own sentences, but for a value that looks like an option: theirs takes three lines. */
const parseWords = (error: unknown, args: readonly string[]): string => {
  const message = error instanceof Error ? error.message : String(error);
  const name = /^Option '(?:-\w, )?(--[\w-]+).*ambiguous/.exec(message)?.[1];
  if (name === undefined) return message;
  return `${name} takes a value, and "${args[args.indexOf(name) + 1] ?? ''}" is none: no value begins with a dash.`;
};

export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** A whole number of an option in its range; throws `UsageError` that names the bound else. */
export const numberWithin = (
  name: string,
  text: string | undefined,
  { min, max }: NumberRange,
): number | undefined => {
  const value = wholeNumber(name, text);
  if (value !== undefined && value < min)
    throw new UsageError(`--${name} takes at least ${min}, not ${value}.`);
  if (value !== undefined && value > max)
    throw new UsageError(`--${name} takes at most ${max}, not ${value}.`);
  return value;
};

/** A whole number of an option; throws `UsageError` else. */
export const wholeNumber = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
};

/** One of a fixed set of words; throws `UsageError` that lists them else. */
export const oneOf = <Word extends string>(
  name: string,
  text: string | undefined,
  words: readonly Word[],
): Word | undefined => {
  if (text === undefined) return undefined;
  const word = words.find(one => one === text);
  if (word === undefined) throw new UsageError(`--${name} is one of ${words.join(', ')}, not "${text}".`);
  return word;
};

/** `12%` or `12.5 %` as parts per million; a bare number could mean either a share or a percentage and is refused. */
export const percentage = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?\s*%$/.exec(text);
  const parts = match && Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  if (parts === null || parts > 1_000_000) {
    throw new UsageError(`--${name} takes a percentage such as 12%, not "${text}".`);
  }
  return parts;
};
