// What one person may send in words of her own. The product's words go to everybody by one person's act: who reads the code knows them, and the
// election's state says when they are true. Words of our own to many speak to the members in the commission's name: two people.
// Source: CM/Rec(2017)5 no. 41; decision 0020.

/** To so many in a day (UTC) somebody writes as staff do every day; to more, it is the commission that speaks to the membership. */
export const mostWrittenByOne = 10;

export interface MailToWeigh {
  /** A free notice, or words that differ from those that come with the product. */
  readonly isInOwnWords: boolean;
  /** Whom it may reach (who fits the countries and languages, voted or not), with whom the same person's own words of that day reach already. */
  readonly addresses: number;
  /** Before the roll is frozen, whoever joins until it leaves gets it too. */
  readonly mayGrow: boolean;
}

export function needsTwo({ isInOwnWords, addresses, mayGrow }: MailToWeigh): boolean {
  return isInOwnWords && (mayGrow || addresses > mostWrittenByOne);
}
