/** Words whose point does not end a sentence, for `sentences.ts`. Lower case, without the closing point. */

/** Something always follows them: titles before a name, words before an example. */
export const BEFORE_A_WORD = new Set(
  (
    'mr mrs ms mx messrs dr prof rev hon fr sr sra st mt ft gen lt col maj capt cmdr sgt cpl pvt adm gov sen rep pres ' +
    'amb atty supt det insp vs v cf e.g i.e viz approx est incl dept univ assn bros'
  ).split(' '),
);

/** A number follows them: "No. 1", "Fig. 2", "Aug. 30"; otherwise their point may end the sentence. */
export const BEFORE_A_NUMBER = new Set(
  (
    'no nos nr fig figs eq eqs sec secs ch vol vols ed eds p pp art par ver ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** They stand inside sentences and at their end ("in the U.S. The", "Apple Inc. said"). */
export const ANYWHERE = new Set(
  'inc corp ltd co llc plc jr sr etc al ph.d m.d b.a m.a u.s u.k u.n d.c a.m p.m'.split(' '),
);

/** Words that start sentences far more often than they follow an abbreviation (Kiss and Strunk, 2006, call them so). */
export const SENTENCE_STARTERS = new Set(
  (
    'the a an this that these those it he she they we i you his her their its our my your there here what who why how ' +
    'when where while in on at for from with as by to but and or so if after before since though although because ' +
    'however meanwhile then now one some many most both each every all last next yet still also according instead ' +
    'despite during under over until once only even not no'
  ).split(' '),
);
