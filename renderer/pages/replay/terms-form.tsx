import { NumberInput, Radio, Select, Stack } from '@mantine/core';
import type { ReplayOptions } from '../../../shared/contract/contract.ts';
import type { RateCard } from '../../../shared/domain/rate-card.ts';
import { formatDayShort } from '../../../shared/words/format-day.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { programLabels } from '../../../shared/words/labels.ts';
import { provenanceLabel, provenanceSentence } from '../../../shared/words/provenance.ts';
import { Panel } from '../../components/panel.tsx';
import { SourceBadge } from '../../components/source-badge.tsx';
import { replayWords } from '../../words/replay-words.ts';
import { firstChoice, type ReplayChoice } from './replay-terms.ts';

const cardLabel = (card: RateCard): string =>
  `${card.market}, from ${formatDayShort(card.from)}${card.until === null ? ' (now)' : ''}`;

interface FormProps {
  readonly options: ReplayOptions;
  readonly choice: ReplayChoice;
  readonly onChange: (choice: ReplayChoice) => void;
}

const Percent = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | '';
  readonly onChange: (value: number | '') => void;
}) => (
  <NumberInput
    label={label}
    size="xs"
    suffix=" %"
    placeholder={replayWords.noRate}
    min={0}
    max={100}
    decimalScale={2}
    value={value}
    onChange={typed => onChange(typeof typed === 'number' ? typed : '')}
  />
);

const CardChoice = ({ options, choice, onChange }: FormProps) => {
  const card = options.cards.find(({ id }) => id === choice.cardId);
  return (
    <>
      <Select
        label={replayWords.card}
        data={options.cards
          .toSorted((a, b) => a.market.localeCompare(b.market) || b.from.localeCompare(a.from))
          .map(entry => ({ value: entry.id, label: cardLabel(entry) }))}
        value={choice.cardId}
        onChange={cardId => cardId !== null && onChange({ ...choice, cardId })}
      />
      {card && (
        <SourceBadge
          label={provenanceLabel(card.provenance)}
          sentence={provenanceSentence(card.provenance)}
        />
      )}
    </>
  );
};

const PlanChoice = ({ choice, onChange }: FormProps) => (
  <Stack gap={8}>
    <p className="hint" style={{ margin: 0 }}>
      {replayWords.ratesHint} {replayWords.clear}
    </p>
    {Object.entries(choice.rates).map(([category, rate]) => (
      <Percent
        key={category}
        label={category}
        value={rate}
        onChange={value => onChange({ ...choice, rates: { ...choice.rates, [category]: value } })}
      />
    ))}
    <Percent
      label={replayWords.other}
      value={choice.other}
      onChange={other => onChange({ ...choice, other })}
    />
    <Percent
      label={replayWords.agency}
      value={choice.agency}
      onChange={agency => onChange({ ...choice, agency })}
    />
  </Stack>
);

/** Whose orders, and under which terms. */
export const TermsForm = (props: FormProps) => {
  const { options, choice, onChange } = props;
  return (
    <Panel title={replayWords.terms} className="levers">
      <Stack gap="md">
        <Select
          label={replayWords.orders}
          data={options.programs.map(({ program, orders }) => ({
            value: program,
            label: `${programLabels[program]} (${formatCount(orders, 'row')})`,
          }))}
          value={choice.program}
          onChange={value => {
            const entry = options.programs.find(({ program }) => program === value);
            if (entry) onChange(firstChoice(options, entry.program));
          }}
        />
        <Radio.Group
          label={replayWords.pricedBy}
          value={choice.kind}
          onChange={kind => onChange({ ...choice, kind: kind === 'tiktok-shop' ? kind : 'amazon-card' })}
        >
          <Stack gap={6} mt={6}>
            <Radio value="amazon-card" label={replayWords.amazonCard} />
            <Radio value="tiktok-shop" label={replayWords.shopPlan} />
          </Stack>
        </Radio.Group>
        {choice.kind === 'amazon-card' ? <CardChoice {...props} /> : <PlanChoice {...props} />}
      </Stack>
    </Panel>
  );
};
