import { type MantineColorScheme, Select, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { shellWords } from '../words/shell-words.ts';

const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Light, dark or like the system; remembered by the app, not by the page. */
export const SchemeChoice = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const settings = useAnswer('settings.get', {});
  const save = useMutation({
    mutationFn: (scheme: MantineColorScheme) => ask('settings.set', { colorScheme: scheme }),
  });
  const stored = settings.data?.colorScheme;
  useEffect(() => {
    if (stored !== undefined) setColorScheme(stored);
  }, [stored, setColorScheme]);
  return (
    <Select
      size="xs"
      w={140}
      aria-label={shellWords.scheme}
      data={schemes.map(value => ({ value, label: shellWords.schemes[value] }))}
      value={colorScheme}
      onChange={value => {
        const scheme = schemes.find(name => name === value);
        if (!scheme) return;
        setColorScheme(scheme);
        save.mutate(scheme);
      }}
    />
  );
};
