import { focusInView } from '../shared/page/bring-into-view.js';

/** The action of a button in a row, and the name of its part. */
export type RowAction = 'rename' | 'unlink';

/**
 * Restores the focus in the list after the focused button was replaced: to the same button of the same
 * row, or of the row that took its place (A12).
 *
 * @example
 * ```ts
 * readonly #rowFocus = new RowFocus(() => this.renderRoot);
 *
 * #unlink(id: string): void {
 *   this.#rowFocus.remember(id, 'unlink');
 * }
 * // Once the list is rendered again: this.#rowFocus.restore();
 * ```
 */
export class RowFocus {
  readonly #root: () => ParentNode;
  #action: RowAction | undefined;
  /** The row itself, the rows after it, then the rows before it from the nearest on. */
  #ids: readonly string[] = [];

  /** @param root Returns the tree with the rows: `[data-row]`, with buttons that have parts. */
  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** Remembers this button. */
  remember(id: string, action: RowAction): void {
    const ids = this.#rows.map((row) => row.dataset.row ?? '');
    const at = Math.max(0, ids.indexOf(id));
    this.#action = action;
    this.#ids = [...ids.slice(at), ...ids.slice(0, at).reverse()];
  }

  /** Remembers the focused element if it is a button of a row, and otherwise forgets. */
  rememberFocused(focused: Element | null | undefined): void {
    const row = focused?.closest<HTMLElement>('[data-row]');
    const action = (['rename', 'unlink'] as const).find((name) => focused?.part.contains(name));
    if (row && action) this.remember(row.dataset.row ?? '', action);
    else this.forget();
  }

  forget(): void {
    this.#action = undefined;
    this.#ids = [];
  }

  /** @returns Whether there was a button to focus. */
  restore(): boolean {
    const rows = new Map(this.#rows.map((row) => [row.dataset.row, row]));
    const button = this.#ids
      .map((id) => rows.get(id)?.querySelector<HTMLElement>(`[part~="${this.#action}"]`))
      .find(Boolean);
    this.forget();
    focusInView(button);
    return button != null;
  }

  get #rows(): HTMLElement[] {
    return [...this.#root().querySelectorAll<HTMLElement>('[data-row]')];
  }
}
