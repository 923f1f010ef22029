import { format } from 'prettier';
import type { AccessibilityCase, Proof } from '../cases.js';
import { FACTS } from './facts.js';
import { TEXTS, type StatementLanguage, type StatementTexts } from './texts.js';

/** Not in EN 301 549 V3.2.1, because they are new in WCAG 2.2 or of level AAA. */
const NOT_IN_EN_301_549: readonly string[] = ['2.3.3', '2.4.11', '2.5.8', '3.3.7', '3.3.8'];

/** Writes the accessibility statement in a language, as Markdown. */
export async function statementIn(language: StatementLanguage): Promise<string> {
  const texts = TEXTS[language];
  const text = [
    `# ${texts.title}`,
    texts.introduction,
    ...texts.chapters.map(([heading, chapter]) => `## ${heading}\n\n${chapter}`),
    `## ${texts.casesHeading}`,
    texts.casesIntroduction,
    tableOf(language, texts),
  ].join('\n\n');
  return format(text, { parser: 'markdown' });
}

function tableOf(language: StatementLanguage, texts: StatementTexts): string {
  const rows = FACTS.cases.map((one) => [
    one.id,
    one.criteria.map(numbered).join(', '),
    one.sentence[language],
    shownBy(one, language, texts),
  ]);
  return [texts.head, texts.head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const numbered = (criterion: string): string =>
  NOT_IN_EN_301_549.includes(criterion) ? `${criterion}\\*` : criterion;

function shownBy(
  { proofs, byHand }: AccessibilityCase,
  language: StatementLanguage,
  texts: StatementTexts,
): string {
  const others = proofs.filter((proof) => !isOfEveryStory(proof)).length;
  const machine = [
    ...(proofs.some(isOfEveryStory) ? [texts.everyStory] : []),
    ...(others > 0 ? [texts.tests(others)] : []),
  ].join('; ');
  return byHand ? `${machine}. ${texts.byHand}: ${byHand[language]}` : machine;
}

const isOfEveryStory = ({ file }: Proof): boolean =>
  file.startsWith('stories/') || file.endsWith('story-checks.ts');
