import { Anchor, Drawer, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { type AssumptionGroup, assumptions } from '../../../shared/document/assumptions.ts';
import { settingsTable, strategyDefinitions } from '../../../shared/document/assumption-blocks.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { provenanceLabel, provenanceSentence } from '../../../shared/words/provenance.ts';
import { DataTable } from '../../components/data-table.tsx';
import { SourceBadge } from '../../components/source-badge.tsx';
import { methodWords } from '../../words/method-words.ts';
import { compareWords } from '../../words/compare-words.ts';

const columns = [
  { title: 'Number', align: 'left' },
  { title: 'Value', align: 'right' },
  { title: 'Range', align: 'left' },
  { title: 'Source', align: 'left' },
] as const;

const matching = (groups: readonly AssumptionGroup[], text: string): readonly AssumptionGroup[] => {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return groups;
  return groups.flatMap(group => {
    if (group.title.toLowerCase().includes(wanted)) return [group];
    const rows = group.rows.filter(row => row.label.toLowerCase().includes(wanted));
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
};

const GroupTable = ({ group }: { readonly group: AssumptionGroup }) => (
  <section>
    <h3 style={{ fontSize: 14, margin: '0 0 4px', overflowWrap: 'anywhere' }}>{group.title}</h3>
    <DataTable
      caption={group.title}
      quietCaption
      columns={columns}
      rows={group.rows.map(({ label, value, range, provenance }) => [
        label,
        value,
        range,
        <SourceBadge
          key="source"
          label={provenanceLabel(provenance)}
          sentence={provenanceSentence(provenance)}
        />,
      ])}
    />
  </section>
);

export interface WorkingDrawerProps {
  readonly scenario: Scenario;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every number that the comparison rests on, with value, range and source. */
export const WorkingDrawer = ({ scenario, opened, onClose }: WorkingDrawerProps) => {
  const [text, setText] = useState('');
  const groups = matching(assumptions(scenario), text);
  const [settings, strategies] = [settingsTable(scenario), strategyDefinitions(scenario)];
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(760px, 94vw)"
      title={compareWords.workingTitle}
    >
      <div className="stack" style={{ gap: 22 }}>
        <Anchor component={Link} href="/method">
          {methodWords.open}
        </Anchor>
        <TextInput
          label={compareWords.search}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        {text === '' && (
          <DataTable caption={settings.caption} columns={settings.columns} rows={settings.rows} />
        )}
        {text === '' && (
          <DataTable caption={strategies.caption} columns={strategies.columns} rows={strategies.rows} />
        )}
        {groups.map(group => (
          <GroupTable key={group.id} group={group} />
        ))}
        {groups.length === 0 && <p className="hint">{compareWords.noMatch}</p>}
      </div>
    </Drawer>
  );
};
