/**
 * What a person sees of a run: a story of a few lines, one HTML page that needs no network, an
 * index of runs and JUnit XML for a build server.
 *
 * <p>In goes a {@link dev.partyline.journal.Journal} with the {@link dev.partyline.law.Verdict}s on
 * it, as a {@link dev.partyline.report.RunReport}; out comes text, or through {@link
 * dev.partyline.report.ReportFolder} files. Nothing here judges, and nothing here knows a model, a
 * clock or a simulation: the same journal gives the same bytes on every machine, and a journal read
 * back from disk is drawn as the live one was. All text of a journal is foreign text and passes
 * {@link dev.partyline.report.Markup}, which escapes it. Read next: {@link
 * dev.partyline.report.Story}, then {@link dev.partyline.report.SequenceDiagram}.
 */
package dev.partyline.report;
