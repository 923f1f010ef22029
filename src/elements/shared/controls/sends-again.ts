/**
 * Whether this is the same press once more: the Enter key held down, or the second click of a double
 * click. An answer may have come between the two, and then the second would send what was cleared.
 */
export function sendsAgain(event: Event): boolean {
  return event instanceof KeyboardEvent
    ? event.key === 'Enter' && event.repeat
    : event instanceof MouseEvent && event.detail > 1;
}
