/** Words of English too common to tell sentences apart. Korean is compared by pairs of syllables, which need no list. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the this that these those such any all each both some other more most one two just only also about',
    'i me my we us our you your he him his she her it its they them their who whom which what where when why how',
    'is are was were be been being am has have had do does did will would can could may might should must',
    'and or but not no nor if so than then as at by for from in into of off on out over to under up with after before',
    'between during through against there here like new said say says s t',
  ].flatMap((words) => words.split(' ')),
);
