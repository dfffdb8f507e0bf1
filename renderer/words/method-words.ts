export const methodWords = {
  title: 'How this is computed',
  lead: 'The model as implemented, in enough detail to compute it again. It ships with the app as METHOD.md.',
  open: 'How this is computed',
} as const;
