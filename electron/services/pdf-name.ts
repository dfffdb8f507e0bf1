/** Suggested file name of a comparison's PDF: letters of every script stay, what a file system or a shell could misread goes. */
export const pdfName = (scenarioName: string, day: string): string => {
  const plain = scenarioName
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ');
  const name = Array.from(plain).slice(0, 60).join('').trim();
  return `Forkcast ${name || 'comparison'} ${day}.pdf`;
};
