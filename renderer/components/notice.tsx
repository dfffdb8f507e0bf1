import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

export interface NoticeProps {
  readonly tone: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly children: ReactNode;
  readonly retry?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

const colors = { error: 'red', warning: 'yellow', info: 'indigo' } as const;

/** A message that stays on the page until it is dealt with. */
export const Notice = ({ tone, title, children, retry, onClose }: NoticeProps) => (
  <Alert
    color={colors[tone]}
    variant="outline"
    title={title}
    role={tone === 'error' ? 'alert' : 'status'}
    withCloseButton={onClose !== undefined}
    closeButtonLabel="Close"
    {...(onClose ? { onClose } : {})}
    styles={{
      root: { background: 'var(--fc-surface)' },
      title: { color: 'var(--mantine-color-text)' },
      message: { color: 'var(--mantine-color-text)' },
    }}
  >
    {children}
    {retry && (
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={retry}>
          Try again
        </Button>
      </Group>
    )}
  </Alert>
);
