import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { PrintedDocument, StoredComparison } from '../../shared/contract/contract.ts';
import { comparisonDocument } from '../../shared/document/comparison-document.ts';
import type { DocumentModel } from '../../shared/document/document.ts';
import type { SaveAs } from '../app-types.ts';
import { localDay } from '../../shared/domain/local-day.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import { pdfName } from './pdf-name.ts';

export interface DocumentParts {
  readonly version: string;
  readonly comparison: (id: number) => StoredComparison;
  readonly print: (comparisonId: number) => Promise<Uint8Array>;
  readonly saveAs: SaveAs;
}

/** Pages of a PDF as Chromium writes them: page objects stand uncompressed in the file. */
const countPages = (pdf: Uint8Array): number =>
  Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** A reader never sees half a file: it is written beside its place and renamed into it. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw storageFailure(error, path);
  }
};

/** Comparisons as documents: their content as data, and their PDF. */
export const createDocuments = ({ version, comparison, print, saveAs }: DocumentParts) => ({
  content: (comparisonId: number): DocumentModel => {
    const stored = comparison(comparisonId);
    return comparisonDocument({
      comparison: stored.comparison,
      scenario: stored.scenario,
      info: { version, ranAt: stored.ranAt, comparisonId },
    });
  },

  pdf: async (comparisonId: number): Promise<PrintedDocument> => {
    const { scenario, ranAt } = comparison(comparisonId);
    const target = await saveAs(pdfName(scenario.name, localDay(new Date(ranAt))));
    if (!target) return { path: null, download: null, pages: 0 };
    const pdf = await print(comparisonId);
    await writeWhole(target.path, pdf);
    return { path: target.path, download: target.download, pages: countPages(pdf) };
  },
});
