export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

/** A few large numbers, each with its name and its uncertainty. */
export const Tiles = ({ tiles }: { readonly tiles: readonly Tile[] }) => (
  <dl className="tiles">
    {tiles.map(({ label, value, detail }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className="value">{value}</dd>
        <dd className="detail">{detail}</dd>
      </div>
    ))}
  </dl>
);
