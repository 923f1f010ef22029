import { format } from 'prettier';
import type { AccessibilityCase, Proof } from '../cases.js';
import { FACTS } from './facts.js';
import { WORDS, type StatementLanguage, type StatementWords } from './texts.js';

/** New in WCAG 2.2 and so not in EN 301 549 V3.2.1, or of level AAA. */
const NOT_IN_EN_301_549: readonly string[] = ['2.3.3', '2.4.11', '2.5.8', '3.3.7', '3.3.8'];

/** The accessibility statement in a language, as Markdown. */
export async function statementIn(language: StatementLanguage): Promise<string> {
  const words = WORDS[language];
  const text = [
    `# ${words.title}`,
    words.introduction,
    ...words.chapters.map(([heading, chapter]) => `## ${heading}\n\n${chapter}`),
    `## ${words.casesHeading}`,
    words.casesIntroduction,
    tableOf(language, words),
  ].join('\n\n');
  return format(text, { parser: 'markdown' });
}

function tableOf(language: StatementLanguage, words: StatementWords): string {
  const rows = FACTS.cases.map((one) => [
    one.id,
    one.criteria.map(numbered).join(', '),
    one.sentence[language],
    shownBy(one, language, words),
  ]);
  return [words.head, words.head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const numbered = (criterion: string): string =>
  NOT_IN_EN_301_549.includes(criterion) ? `${criterion}\\*` : criterion;

function shownBy(
  { proofs, byHand }: AccessibilityCase,
  language: StatementLanguage,
  words: StatementWords,
): string {
  const others = proofs.filter((proof) => !isOfEveryStory(proof)).length;
  const machine = [
    ...(proofs.some(isOfEveryStory) ? [words.everyStory] : []),
    ...(others > 0 ? [words.tests(others)] : []),
  ].join('; ');
  return byHand ? `${machine}. ${words.byHand}: ${byHand[language]}` : machine;
}

const isOfEveryStory = ({ file }: Proof): boolean =>
  file.startsWith('stories/') || file.endsWith('story-checks.ts');
