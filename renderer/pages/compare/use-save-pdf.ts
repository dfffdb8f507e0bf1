import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { PrintedDocument } from '../../../shared/contract/contract.ts';
import { ask } from '../../asking/ask.ts';
import { compareWords } from '../../words/compare-words.ts';

const download = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
};

const tell = ({ path, download: address, pages }: PrintedDocument): void => {
  if (address !== null) download(address);
  if (path === null && address === null) return;
  // In a browser the path is a temporary one; the file is in its downloads.
  const place = path === null || address !== null ? '' : `: ${path}`;
  notifications.show({ title: compareWords.pdfSaved, message: `${pages} pages${place}` });
};

/** Prints a stored comparison; the desktop asks where to, a browser downloads. */
export const useSavePdf = () =>
  useMutation({
    mutationFn: (comparisonId: number) => ask('document.pdf', { comparisonId }),
    onSuccess: tell,
  });
