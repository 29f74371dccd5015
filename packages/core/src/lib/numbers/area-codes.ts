// Made by scripts/area-codes.ts from data/area-codes.csv, which names places and source.

/** Area codes in service in the North American Numbering Plan on a day (NUM-4). */
export const areaCodes = {
  asOf: '2026-01-05',
  /** One bit for each code from 200 to 999, in hexadecimal. */
  geographic:
    '7feff9fd39a2fecb9ea9584007feffdf7add73e4ddc00a60007feff1cbbef5a0618ef3880007feff80321c0905793f1ef000' +
    '7feffdaf09c770fe9783fa4007fcffcffa6b1866b57f3ef0007feffc6f9795e2ffdecb000007feff8cf2ff5da9003d39e400',
  tollFree: [800, 833, 844, 855, 866, 877, 888],
  /** For persons who move, carriers, governments and premium services. */
  other: [
    500, 521, 522, 523, 524, 525, 526, 527, 528, 529, 532, 533, 538, 544, 566, 577, 588, 600, 622, 633, 700,
    710, 900,
  ],
} as const;
