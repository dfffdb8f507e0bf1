export interface LatestOnly<Question> {
  ask(question: Question): void;
  stop(): void;
}

export interface LatestOnlyParts<Question, Reply> {
  readonly send: (question: Question) => Promise<Reply>;
  /** Hears every reply to a question that is still the latest, or is on the way to it. */
  readonly hear: (question: Question, reply: Reply) => void;
  readonly fail: (question: Question, error: unknown) => void;
}

/**
 * Keeps one question under way and remembers only the newest that waits: a dragged slider gets answers as fast as they
 * can be computed, in order, and never a stale one after the newest.
 */
export const createLatestOnly = <Question, Reply>({
  send,
  hear,
  fail,
}: LatestOnlyParts<Question, Reply>): LatestOnly<Question> => {
  let busy = false;
  let stopped = false;
  let waiting: { readonly question: Question } | undefined;

  const run = async (question: Question): Promise<void> => {
    busy = true;
    try {
      const reply = await send(question);
      if (!stopped) hear(question, reply);
    } catch (error) {
      if (!stopped) fail(question, error);
    }
    busy = false;
    const next = waiting;
    waiting = undefined;
    if (next && !stopped) void run(next.question);
  };

  return {
    ask: question => {
      if (stopped) return;
      if (busy) waiting = { question };
      else void run(question);
    },
    stop: () => {
      stopped = true;
      waiting = undefined;
    },
  };
};
