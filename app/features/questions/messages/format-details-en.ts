/** What readers of files name by the word of the format itself; what is not here is shown as the file has it. */
const details: Readonly<Record<string, string>> = {
  ...{ proportional: 'marks in proportion to the right options', 'all-or-nothing': 'all right options or nothing' },
  ...{ 'right-minus-wrong': 'a wrong option takes a right one away', 'next-to': 'marks by what stands next to what' },
  ...{ unitgradingtype: 'how a unit costs marks', tolerance: 'tolerance', ddwtos: 'words dragged into blanks' },
  ...{ hint: 'hints for another try', penalty: 'what another try costs', defaultgrade: 'marks of the question' },
  ...{
    hidden: 'the question was hidden',
    idnumber: 'a number of its own',
    responsetemplate: 'a template of the answer',
  },
  ...{ selecttype: 'only some items are put in order', responseProcessing: 'a way of marking of its own' },
  ...{
    rubricBlock: 'notes on marking',
    adaptive: 'a question in steps',
    timeDependent: 'a time limit of the question',
  },
  ...{ gapMatchInteraction: 'words dragged into blanks', associateInteraction: 'pairs to be found' },
  ...{
    templateDeclaration: 'random numbers',
    shape: 'a drawing of Word',
    chart: 'a chart',
    diagram: 'a SmartArt diagram',
  },
  ...{ altChunk: 'a part of another file' },
};

/** 'penalty 0.33' in words; the number stays. */
export const named = (detail: string): string => {
  const [word = '', ...rest] = detail.split(' ');
  return Object.hasOwn(details, word) ? [details[word], ...rest].join(' ') : detail;
};
