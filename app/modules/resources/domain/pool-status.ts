// What may have become of a number of the registry's pools. RIR statistics exchange format 2.x.

export const poolStatuses = ["allocated", "assigned", "reserved", "available"] as const;
export type PoolStatus = (typeof poolStatuses)[number];
