import { Skeleton, VisuallyHidden } from '@mantine/core';

/** Placeholders of about the size of what is coming. */
export const Loading = ({
  what,
  heights,
}: {
  readonly what: string;
  readonly heights: readonly number[];
}) => (
  <output className="stack">
    <VisuallyHidden>{what}</VisuallyHidden>
    {heights.map((height, index) => (
      // oxlint-disable-next-line react/no-array-index-key
      <Skeleton key={index} height={height} radius="md" />
    ))}
  </output>
);
