/**
 * Makes a page finish one navigation before it starts the next. Web Test Runner navigates away from a file as
 * soon as its tests have ended. Short tests end before the page has loaded, and Playwright then reports the
 * first navigation as interrupted by the second.
 *
 * @param {import('playwright').Page} page
 * @returns {import('playwright').Page} the same page
 */
export function goInTurn(page) {
  const goto = page.goto.bind(page);
  let arrived = Promise.resolve();
  page.goto = (...given) => {
    const going = arrived.then(() => goto(...given));
    // A failed navigation rejects for its own caller only; the next one starts all the same.
    arrived = going.then(
      () => undefined,
      () => undefined,
    );
    return going;
  };
  return page;
}
