import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { readFiles } from './import-flow.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes reports that are dropped anywhere on the window. */
export const DropAnywhere = () => {
  const [over, setOver] = useState(false);
  const [, go] = useLocation();
  useEffect(() => {
    const listeners = new AbortController();
    const on = (
      name: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      hear: (event: DragEvent) => void,
    ): void => window.addEventListener(name, hear, { signal: listeners.signal });
    on('dragenter', event => setOver(hasFiles(event)));
    on('dragover', event => {
      // Without this the browser opens the file instead of giving it to the page.
      if (hasFiles(event)) event.preventDefault();
    });
    on('dragleave', event => {
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', event => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      go('/reports');
      void readFiles([...(event.dataTransfer?.files ?? [])]);
    });
    return () => listeners.abort();
  }, [go]);
  return over ? <output className="drop-overlay">Drop to look at these reports</output> : null;
};
