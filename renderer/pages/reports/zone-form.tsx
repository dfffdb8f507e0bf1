import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { timeZoneSchema } from '../../../shared/domain/time-zone.ts';
import { zoneLabel } from '../../../shared/words/labels.ts';
import { reportsWords } from '../../words/reports-words.ts';

export interface ZoneFormProps {
  readonly question: Extract<ImportQuestion, { kind: 'time-zone' }>;
  readonly busy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

/** Which clocks wrote a report's times: the likely zones first, then all there are. */
export const ZoneForm = ({ question, busy, onAnswer }: ZoneFormProps) => {
  const [zone, setZone] = useState(question.proposed);
  const likely = question.choices.map(value => ({ value, label: zoneLabel(value, question.home) }));
  const all = Intl.supportedValuesOf('timeZone').filter(value => !question.choices.includes(value));
  return (
    <Group align="end" gap="sm">
      <Select
        label={reportsWords.zone}
        w={300}
        searchable
        limit={60}
        data={[
          { group: reportsWords.likelyZones, items: likely },
          { group: reportsWords.otherZones, items: all.map(value => ({ value, label: zoneLabel(value) })) },
        ]}
        value={zone}
        onChange={value => value !== null && setZone(value)}
      />
      <Button
        variant="default"
        disabled={busy || !timeZoneSchema.safeParse(zone).success}
        onClick={() => onAnswer({ kind: 'time-zone', zone })}
      >
        {reportsWords.takeZone}
      </Button>
    </Group>
  );
};
