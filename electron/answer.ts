import { randomBytes } from 'node:crypto';
import { inputs, type Answers, type ParsedInput, type RequestName } from '../shared/contract/contract.ts';
import { FailureError, type Answer, type Failure } from '../shared/contract/answer.ts';

export type Handlers = {
  readonly [Name in RequestName]: (input: ParsedInput<Name>) => Answers[Name] | Promise<Answers[Name]>;
};

const isRequest = (name: string): name is RequestName => Object.hasOwn(inputs, name);

const refused = (failure: Failure): Answer<never> => ({ ok: false, failure });

/**
 * Answers one request of any door: validates the input, runs the handler, and turns every failure into data. Never throws.
 */
export const answer = async (
  handlers: Handlers,
  request: { readonly name: string; readonly input: unknown },
  hear: {
    /** Turns an error that the person can act on into a failure; returns anything else as it is. */
    readonly explain: (error: unknown) => unknown;
    /** Hears of a bug with the reference number that the person sees. */
    readonly report: (reference: string, error: unknown) => void;
  },
): Promise<Answer<unknown>> => {
  const { name } = request;
  if (!isRequest(name)) return refused({ kind: 'not-found', what: 'request', id: name.slice(0, 64) });
  const parsed = inputs[name].safeParse(request.input);
  if (!parsed.success) {
    const issues = parsed.error.issues
      .slice(0, 20)
      .map(issue => ({ path: issue.path.join('.'), message: issue.message }));
    return refused({ kind: 'invalid-input', request: name, issues });
  }
  try {
    const handle = handlers[name] as (input: unknown) => unknown;
    return { ok: true, value: await handle(parsed.data) };
  } catch (thrown) {
    const error = hear.explain(thrown);
    if (error instanceof FailureError) return refused(error.failure);
    const reference = randomBytes(4).toString('hex');
    hear.report(reference, error);
    return refused({ kind: 'bug', reference });
  }
};
