package dev.plumbline.report;

import java.util.Optional;

/**
 * What results of one kind have in common.
 *
 * @param id the stable code
 * @param summary what must hold, in one sentence
 * @param helpUri where more about it stands
 */
public record SarifRule(String id, String summary, Optional<String> helpUri) {}
