/**
 * Records how each test leaves its page, and stays there: `push` if Back returns to the page, `replace`
 * if not. Needs the Navigation API, which Chromium has.
 */
export function hearNavigations(): readonly string[] {
  const heard: string[] = [];
  const hear = (event: NavigateEvent): void => {
    event.preventDefault();
    heard.push(event.navigationType);
  };
  beforeEach(() => {
    heard.length = 0;
    navigation.addEventListener('navigate', hear);
  });
  afterEach(() => navigation.removeEventListener('navigate', hear));
  return heard;
}
