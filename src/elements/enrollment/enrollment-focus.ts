import type { EnrollmentState } from '../../flow/enrollment/enrollment.js';

/** Returns true if the focus stays in the field, or on a button near it, when this step shows. */
export function staysAtField(state: EnrollmentState): boolean {
  switch (state.step) {
    case 'scanning':
      return Boolean(state.error ?? state.extension);
    case 'confirming':
    case 'rechecking':
    case 'diagnosing':
    case 'extending':
    case 'proving':
    case 'checking-proof':
      return true;
    default:
      return false;
  }
}

/** Returns true if the focus is in the element or nowhere, so that moving it does not disturb the user. */
export function isFocusFree(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return !activeElement || activeElement === document.body || element.contains(activeElement);
}
