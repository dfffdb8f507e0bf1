import { runHost } from './host-command.ts';

process.exitCode = await runHost(process.argv.slice(2));
