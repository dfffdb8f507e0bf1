import { z } from 'zod';

/** Who pays for a sale: Amazon Associates links, TikTok Shop's affiliate program, or the Storefront of 2020–2023. */
export const programSchema = z.enum(['amazon', 'tiktok-shop', 'storefront']);
export type Program = z.infer<typeof programSchema>;

/** Where a report comes from: a program, or any other network (LTK, Awin …), whose income is kept apart from both. */
export const reportProgramSchema = z.enum(['amazon', 'tiktok-shop', 'storefront', 'other']);
export type ReportProgram = z.infer<typeof reportProgramSchema>;
