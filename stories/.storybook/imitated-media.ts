import type { LitElement } from 'lit';

/** What a page can be asked for in a media query, and a preview can only imitate. */
export interface ImitatedMedia {
  readonly forcedColors: boolean;
  readonly reducedMotion: boolean;
}

/** The conditions as the rules have them, and whether they hold. */
type Condition = readonly [pattern: RegExp, holds: boolean];

const conditionsOf = ({ forcedColors, reducedMotion }: ImitatedMedia): readonly Condition[] => [
  ...(forcedColors
    ? ([
        [/\(forced-colors:\s*active\)/, true],
        [/\(forced-colors:\s*none\)/, false],
      ] as const)
    : []),
  ...(reducedMotion
    ? ([
        [/\(prefers-reduced-motion:\s*reduce\)|\(prefers-reduced-motion\)/, true],
        [/\(prefers-reduced-motion:\s*no-preference\)/, false],
      ] as const)
    : []),
];

/** Conditions that every browser meets, and none does; both can be part of a longer query. */
const EVERY = '(min-width: 0)';
const NONE = '(max-width: 0)';

/** What rules said before they were changed. */
const originals = new WeakMap<CSSMediaRule, string>();

function imitateIn(rules: CSSRuleList, conditions: readonly Condition[]): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const original = originals.get(rule) ?? rule.media.mediaText;
      originals.set(rule, original);
      const wanted = conditions.reduce(
        (text, [pattern, holds]) => text.replace(pattern, holds ? EVERY : NONE),
        original,
      );
      if (rule.media.mediaText !== wanted) rule.media.mediaText = wanted;
    }
    if ('cssRules' in rule) imitateIn(rule.cssRules as CSSRuleList, conditions);
  }
}

/** The sheets of an element, which are there before the first of its kind is. */
const sheetsOf = (tag: string): CSSStyleSheet[] => {
  const element = customElements.get(tag) as typeof LitElement | undefined;
  return (element?.elementStyles ?? []).flatMap((style) => {
    const sheet = style instanceof CSSStyleSheet ? style : style.styleSheet;
    return sheet ? [sheet] : [];
  });
};

/**
 * Makes style sheets take a media feature for granted: rules that ask for it hold, rules that ask for
 * its opposite do not. What the browser itself does to a page in forced colours is not done.
 *
 * @param tags The elements, all defined: their sheets are shared by all of their kind.
 */
export function imitateMedia(media: ImitatedMedia, tags: readonly string[]): void {
  const conditions = conditionsOf(media);
  const sheets = new Set([
    ...tags.flatMap(sheetsOf),
    ...document.adoptedStyleSheets,
    ...document.styleSheets,
  ]);
  for (const sheet of sheets) imitateIn(sheet.cssRules, conditions);
}
