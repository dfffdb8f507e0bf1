import { ActionIcon, Anchor, Kbd, Modal, Tooltip } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Link } from 'wouter';
import { DataTable } from '../components/data-table.tsx';
import { methodWords } from '../words/method-words.ts';
import { shellWords } from '../words/shell-words.ts';

/** The list of keys, behind a button and the question mark. */
export const Shortcuts = () => {
  const [opened, { open, close }] = useDisclosure(false);
  useHotkeys([['shift+?', open]]);
  return (
    <>
      <Tooltip label={shellWords.shortcuts}>
        <ActionIcon variant="default" size={30} aria-label={shellWords.shortcuts} onClick={open}>
          ?
        </ActionIcon>
      </Tooltip>
      <Modal opened={opened} onClose={close} title={shellWords.shortcuts}>
        <DataTable
          caption={shellWords.shortcuts}
          quietCaption
          columns={[
            { title: 'Keys', align: 'left' },
            { title: 'What they do', align: 'left' },
          ]}
          rows={shellWords.shortcutRows.map(([keys, what]) => [
            <Kbd key={keys} style={{ whiteSpace: 'nowrap' }}>
              {keys}
            </Kbd>,
            what,
          ])}
        />
        <p style={{ margin: '14px 0 0' }}>
          <Anchor component={Link} href="/method" onClick={close}>
            {methodWords.open}
          </Anchor>
        </p>
      </Modal>
    </>
  );
};
