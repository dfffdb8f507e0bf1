/** What an archive may contain; ordinary reports stay far below, bombs do not. */
export const archiveLimits = {
  /** Bytes of an archive that is read at once. */
  archiveBytes: 256 * 1024 * 1024,
  entries: 2000,
  entryBytes: 512 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  /** Inflated to deflated size, looked at from `ratioFromBytes` on. */
  ratio: 150,
  ratioFromBytes: 8 * 1024 * 1024,
  depth: 2,
  columns: 1000,
} as const;
