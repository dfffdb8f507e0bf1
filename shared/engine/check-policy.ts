import type { PolicyEvent } from '../domain/policy.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { ScenarioProblem } from './check-scenario.ts';
import { lawOf } from './distribution/law-of.ts';

const dateProblem = ({ date, group }: PolicyEvent): string | null => {
  if (date.kind === 'window' && date.to < date.from)
    return `the window ends (${date.to}) before it begins (${date.from})`;
  if (date.kind === 'elicited' && !(date.within6 <= date.within12 && date.within12 <= date.within24))
    return 'the chance within a longer time cannot be smaller than within a shorter one';
  if (group !== undefined && (date.kind === 'elicited' || date.kind === 'hazard'))
    return 'an event of an exclusive group needs a probability of its own and a date, a window or days after the start';
  return null;
};

const groupProblems = (policy: readonly PolicyEvent[]): ScenarioProblem[] =>
  policy.flatMap((event, i) => {
    if (event.group === undefined || policy.findIndex(each => each.group === event.group) !== i) return [];
    const total = policy
      .filter(each => each.group === event.group)
      .reduce((sum, each) => sum + lawOf(each.probability.value).mean, 0);
    if (total <= 1 + 1e-9) return [];
    const message = `the probabilities of the exclusive events "${event.group}" add to more than 1`;
    return [{ path: `policy.${i}.group`, message }];
  });

/** Events with impossible dates, or that lean on events that do not come before them in the list. */
export const policyProblems = ({ policy }: Scenario): ScenarioProblem[] => [
  ...policy.flatMap((event, i) => {
    const message = dateProblem(event);
    return message === null ? [] : [{ path: `policy.${i}.date`, message }];
  }),
  ...policy.flatMap((event, i) => {
    if (event.within === undefined) return [];
    const parent = policy.findIndex(each => each.id === event.within);
    if (parent !== -1 && parent < i) return [];
    const message =
      parent === -1
        ? `there is no policy event "${event.within}"`
        : `the event "${event.within}" must stand before the one that happens within it`;
    return [{ path: `policy.${i}.within`, message }];
  }),
  ...groupProblems(policy),
];
