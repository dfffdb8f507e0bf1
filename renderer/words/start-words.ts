export const startWords = {
  title: 'Amazon link or TikTok Shop?',
  lead: 'Forkcast reads your past affiliate reports and plays thousands of possible years: which program would pay you more, how often, by how much, and when the cash arrives. Also if TikTok forbids external links.',
  drop: 'Drop your reports anywhere on this window',
  dropHint:
    'Downloads of Amazon Associates, TikTok Shop, LTK and Instagram, and tables of any other network: CSV, Excel or ZIP. You see what would be imported before anything is stored.',
  sample: 'Open the sample creator',
  sampleHint: 'No reports at hand? Look around with a year of an invented kitchen-and-home creator.',
  opening: 'Opening the sample creator',
  priors: 'Start from typical numbers',
  priorsHint: 'Without any reports, from published figures alone: very uncertain, and marked so.',
  market: 'Market',
  howTitle: 'What you get',
  steps: [
    {
      title: 'What happened',
      text: 'Your reports, row by row: checked, explained, never doubled, undone with one click.',
    },
    {
      title: 'What would have happened',
      text: 'The same orders under another rate card or TikTok Shop terms, to the cent.',
    },
    {
      title: 'What may happen',
      text: 'Both programs in the same futures, with honest ranges. Every number shows its source, and you can move it.',
    },
  ],
  privacy: 'Everything stays on this computer. Forkcast sends nothing anywhere.',
  recent: 'Your scenarios',
  changed: 'changed',
} as const;
