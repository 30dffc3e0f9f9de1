// The three kinds of number that a registry delegates.

export const statisticsFamilies = ["ipv4", "ipv6", "asn"] as const;
export type StatisticsFamily = (typeof statisticsFamilies)[number];

export function isStatisticsFamily(word: string): word is StatisticsFamily {
  return statisticsFamilies.some((family) => family === word);
}
