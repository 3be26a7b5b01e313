// Medians, spreads and ratios. A ratio is taken within each round of the interleaved runs, so that what disturbed a round
// disturbed both its sides.

const sorted = (list) => [...list].sort((one, other) => one - other);

/** The value below which a share of the list lies; no value is made up between two. */
export const quantile = (list, share) => {
  const all = sorted(list);
  return all[Math.min(all.length - 1, Math.max(0, Math.ceil(share * all.length) - 1))];
};

export const median = (list) => {
  const all = sorted(list);
  const middle = all.length >> 1;
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
};

/** Of one figure over the rounds: median, least, most. */
export const spread = (list) => ({ median: median(list), least: Math.min(...list), most: Math.max(...list), rounds: list.length });

/** The median of the rounds' own ratios; nothing where the other side is nought. */
export const ratio = (list, floor) => {
  const ratios = list.map((value, round) => value / floor[round]).filter(Number.isFinite);
  return ratios.length ? median(ratios) : undefined;
};
