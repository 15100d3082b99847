import EDTF
import SmallTimeline
import TimelineModel

/// The small timeline with one event more, so far away and so grave that hardly a number holds it.
enum Sample {
  static let timeline: Timeline = {
    var timeline = SmallTimeline.timeline
    timeline.events.append(
      Event(
        id: "far", date: SmallTimeline.date("Y170000002"), title: "Immense = \"1,2\"", kind: .war,
        casualties: [CasualtyEstimate(of: "all", .killed, Figure(.max))]))
    return timeline
  }()
}
