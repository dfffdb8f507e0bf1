/** Names the engine's arithmetic and order of draws: equal version, scenario and seed give equal bits. */
export const engineVersion = '6';
