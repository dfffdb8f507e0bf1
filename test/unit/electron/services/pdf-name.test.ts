import { expect, it } from 'vitest';
import { pdfName } from '../../../../electron/services/pdf-name.ts';

it('keeps names readable in every script', () => {
  expect(pdfName('Hearth & Pan (sample creator)', '2026-11-21')).toBe(
    'Forkcast Hearth & Pan (sample creator) 2026-11-21.pdf',
  );
  expect(pdfName('料理と家', '2026-11-21')).toBe('Forkcast 料理と家 2026-11-21.pdf');
});

it('drops separators, control characters and what is left of nothing', () => {
  expect(pdfName('../../etc/passwd\u0000:*?"<>|', '2026-11-21')).toBe(
    'Forkcast .. .. etc passwd 2026-11-21.pdf',
  );
  expect(pdfName(' / ', '2026-11-21')).toBe('Forkcast comparison 2026-11-21.pdf');
});

it('never cuts a character in half', () => {
  const name = pdfName('🍳'.repeat(80), '2026-11-21');
  expect(name).toBe(`Forkcast ${'🍳'.repeat(60)} 2026-11-21.pdf`);
  expect(() => encodeURIComponent(name)).not.toThrow();
});
