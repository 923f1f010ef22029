/** A character that stands for itself, a class, and the marks behind the parenthesis of a group. */
const ATOM = /\\.|\[(?:\\.|[^\]\\])*\]/gs;
const GROUP_MARK = /\(\?(?:[:=!]|<[=!]|<\w+>)/g;
/** A group without groups in it, and how often it may occur. */
const INNERMOST = /\(([^()]*)\)([*+?]|\{[^}]*\})?/;

/**
 * Returns `true` if a group of a regular expression repeats and can match one text in several ways: it contains
 * a repetition, an option or alternatives. Every way is tried for a text that nearly matches, which doubles the
 * time with each character: `^(a+)+$` blocks the page for minutes at 31 characters.
 */
export function blocksThePage(pattern: string): boolean {
  let rest = pattern.replace(ATOM, 'x').replace(GROUP_MARK, '(');
  for (let group = INNERMOST.exec(rest); group; group = INNERMOST.exec(rest)) {
    const [whole, content = '', count = ''] = group;
    const hasSeveralWays = /[*+?{|]/.test(content);
    if (hasSeveralWays && count !== '' && count !== '?') return true;
    rest = rest.replace(whole, () => (hasSeveralWays || count !== '' ? 'x?' : 'x'));
  }
  return false;
}
