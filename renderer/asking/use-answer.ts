import { useQuery } from '@tanstack/react-query';
import type { Input, RequestName } from '../../shared/contract/contract.ts';
import { ask } from './ask.ts';

/** A request's answer, remembered under its name and input. `enabled: false` waits. */
export const useAnswer = <Name extends RequestName>(
  name: Name,
  input: Input<Name>,
  options: { readonly enabled?: boolean } = {},
) => useQuery({ queryKey: [name, input], queryFn: () => ask(name, input), enabled: options.enabled ?? true });
