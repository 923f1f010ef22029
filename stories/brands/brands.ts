import nlDesignSystemHost from '@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css?inline';
import bootstrapHost from 'bootstrap/dist/css/bootstrap.css?inline';
import portal from '../../demo/portal/assets/mfa-elements.css?inline';
import portalHost from '../../demo/portal/assets/portal.css?inline';
import bootstrap from './bootstrap.css?inline';
import nlDesignSystem from './nl-design-system.css?inline';

/** A host page with a style of its own. */
export interface Brand {
  readonly title: string;
  /** The page's own style sheet, followed by the one that sets the tokens. Without `@import`. */
  readonly css: string;
}

/** The pages that prove the tokens. Each is a real style sheet, with a file that maps it. */
export const BRANDS: Readonly<Record<'portal' | 'bootstrap' | 'nl-design-system', Brand>> = {
  portal: { title: 'Portal', css: portalHost + portal },
  bootstrap: { title: 'Bootstrap', css: bootstrapHost + bootstrap },
  'nl-design-system': { title: 'NL Design System', css: nlDesignSystemHost + nlDesignSystem },
};
