// The name of a network ("netname"), as everybody who writes one may: short, and of one line of WHOIS.

export const longestNetworkName = 60;

/** Letters of any script, digits, spaces, dots, hyphens and underscores. */
export const networkNamePattern = /^[\p{L}\p{N} ._-]*$/u;
