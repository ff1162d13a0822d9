package io.frontdesk.notification;

/// What a mail says that asks for nothing: a heading, a paragraph, and what else there is to know.
///
/// @param language as HTML names it
record Note(String language, String heading, String opening, String more, String footer) {
  String text() {
    return """
    %s

    %s

    --
    %s
    """
        .formatted(opening, more, footer);
  }

  String html() {
    return """
    <!doctype html>
    <html lang="%s">
    <body style="margin:0;background:#fbfaf8;color:#1c1b1a;font:16px/24px Inter,Helvetica,Arial,sans-serif">
    <div style="max-width:480px;margin:0 auto;padding:32px 16px">
    <p style="font-weight:600">%s</p>
    <p>%s</p>
    <p>%s</p>
    <p style="color:#6b6762;font-size:13px">%s</p>
    </div>
    </body>
    </html>
    """
        .formatted(
            language,
            Letter.escaped(heading),
            Letter.escaped(opening),
            Letter.escaped(more),
            Letter.escaped(footer));
  }
}
