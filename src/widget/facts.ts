/** A contact that is bundled into the widget, so that it can be shown when nothing else can be reached. */
export interface HelpContact {
  readonly name: Readonly<Record<'en' | 'es', string>>;
  readonly value: Readonly<Record<'en' | 'es', string>>;
  readonly href: string;
}

export interface WidgetFacts {
  readonly emergency: HelpContact | null;
  readonly crisis: HelpContact | null;
  readonly tipLine: HelpContact | null;
  readonly tipForm: HelpContact | null;
}
