import { Button, type ButtonProps } from '@mantine/core';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { bridge } from '../bridge/bridge.ts';
import { readFiles, useImportFlow } from './import-flow.ts';

const accepted = '.csv,.tsv,.txt,.xlsx,.zip,.gz';

/** Opens the system's dialog on the desktop, or the browser's, and takes the person to the preview. */
export const ChooseReports = (props: ButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [, go] = useLocation();
  const read = useImportFlow(flow => flow.read);

  const choose = async (): Promise<void> => {
    const picked = bridge().door === 'desktop' ? await bridge().pick() : null;
    if (picked === null) {
      input.current?.click();
    } else if (picked.length > 0) {
      go('/reports');
      await read(
        picked.map(file => file.name),
        () => Promise.resolve(picked),
      );
    }
  };

  return (
    <>
      <Button {...props} onClick={() => void choose()}>
        Choose reports
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label="Report files"
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file chosen twice in a row must count as a change.
          event.currentTarget.value = '';
          if (files.length === 0) return;
          go('/reports');
          void readFiles(files);
        }}
      />
    </>
  );
};
