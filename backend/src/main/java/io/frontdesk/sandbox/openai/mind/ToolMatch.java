package io.frontdesk.sandbox.openai.mind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the function that a caller's words ask for: the one whose name, description and parameters
/// share most with them. A word that every function has counts little.
final class ToolMatch {
  private static final double IN_NAME = 3;
  private static final double IN_DESCRIPTION = 2;
  private static final double IN_PARAMETERS = 1;
  private static final double AKIN = 0.3;

  private ToolMatch() {}

  /// The best function, or nothing if the words have to do with none of them.
  static Optional<Tool> best(List<Tool> tools, String words) {
    List<Map<String, Double>> weights = tools.stream().map(ToolMatch::weights).toList();
    Set<String> said = Words.stems(words);
    Set<String> kin = Thesaurus.kin(said);
    Tool best = null;
    double most = 0;
    for (int i = 0; i < tools.size(); i++) {
      double score = 0;
      for (String stem : said) {
        score += weights.get(i).getOrDefault(stem, 0.0) * rarity(stem, weights);
      }
      for (String stem : kin) {
        score += AKIN * weights.get(i).getOrDefault(stem, 0.0) * rarity(stem, weights);
      }
      if (score > most) {
        most = score;
        best = tools.get(i);
      }
    }
    return Optional.ofNullable(best);
  }

  private static double rarity(String stem, List<Map<String, Double>> weights) {
    long having = weights.stream().filter(weight -> weight.containsKey(stem)).count();
    return having == 0 ? 0 : Math.log1p((double) weights.size() / having);
  }

  private static Map<String, Double> weights(Tool tool) {
    Map<String, Double> weights = new HashMap<>();
    Set<String> parameters = new HashSet<>();
    tool.arguments().forEach(slot -> parameters.addAll(Words.stems(slot.about())));
    parameters.forEach(stem -> weights.merge(stem, IN_PARAMETERS, Math::max));
    Words.stems(tool.description()).forEach(stem -> weights.merge(stem, IN_DESCRIPTION, Math::max));
    Words.stems(Words.spaced(tool.name())).forEach(stem -> weights.merge(stem, IN_NAME, Math::max));
    return weights;
  }
}
