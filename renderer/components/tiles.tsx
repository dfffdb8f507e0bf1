export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

/** A browser may break a line between a sign and a currency. */
const unbroken = (text: string): string => text.replaceAll(/(?<=[+−±])(?=\p{Sc})/gu, '\u2060');

/** A few large numbers, each with its name and its uncertainty. */
export const Tiles = ({ tiles }: { readonly tiles: readonly Tile[] }) => (
  <dl className="tiles">
    {tiles.map(({ label, value, detail }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className="value">{unbroken(value)}</dd>
        <dd className="detail">{unbroken(detail)}</dd>
      </div>
    ))}
  </dl>
);
