// How long the report of a dress rehearsal holds: one of longer ago says nothing of the programs and people of today.

export const rehearsalHoldsDays = 90;
