import { Badge, Tooltip, UnstyledButton } from '@mantine/core';

/** Where a number comes from: a word, and the whole sentence on hover or focus. */
export const SourceBadge = ({ label, sentence }: { readonly label: string; readonly sentence: string }) => (
  <Tooltip label={sentence}>
    <UnstyledButton aria-label={`Source: ${label}. ${sentence}`} style={{ lineHeight: 1, cursor: 'help' }}>
      <Badge
        size="sm"
        color="gray"
        styles={{
          label: { overflow: 'visible' },
          root: {
            overflow: 'visible',
            maxWidth: 'none',
            color: 'var(--fc-muted)',
            borderColor: 'var(--mantine-color-default-border)',
          },
        }}
      >
        {label}
      </Badge>
    </UnstyledButton>
  </Tooltip>
);
