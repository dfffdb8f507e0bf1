// Plain JavaScript, because the Node that it warns about cannot read TypeScript.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Forkcast runs on Node 24 or newer; this is Node ${process.versions.node}. On Linux and Windows "npm ci" brings its own; elsewhere install Node 24.\n`,
  );
  process.exit(1);
}
