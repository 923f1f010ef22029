/** What a button of a row does; also its part. */
export type RowAction = 'rename' | 'unlink';

/**
 * Owns: where the focus belongs in the list when the button it was on is no longer the place: back on
 * that button, or on the one of the row that took its place (A12).
 */
export class RowFocus {
  readonly #root: () => ParentNode;
  #action: RowAction | undefined;
  /** The row itself, those under it, then those above it from the nearest on. */
  #ids: readonly string[] = [];

  /** @param root The tree with the rows: `[data-row]`, each with its buttons as parts. */
  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** The person is at this button. */
  remember(id: string, action: RowAction): void {
    const ids = this.#rows.map((row) => row.dataset.row ?? '');
    const at = Math.max(0, ids.indexOf(id));
    this.#action = action;
    this.#ids = [...ids.slice(at), ...ids.slice(0, at).reverse()];
  }

  /** Remembers the button that has the focus, or nothing when it is no button of a row. */
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

  /** @returns Whether there was a button to bring the focus to. */
  restore(): boolean {
    const rows = new Map(this.#rows.map((row) => [row.dataset.row, row]));
    const button = this.#ids
      .map((id) => rows.get(id)?.querySelector<HTMLElement>(`[part~="${this.#action}"]`))
      .find(Boolean);
    this.forget();
    button?.focus();
    return button != null;
  }

  /** Whether a button was remembered. */
  get remembers(): boolean {
    return this.#action !== undefined;
  }

  get #rows(): HTMLElement[] {
    return [...this.#root().querySelectorAll<HTMLElement>('[data-row]')];
  }
}
