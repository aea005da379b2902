package dev.partyline.taskrouter;

/**
 * Something that happened in a workspace, with what the platform tells of it as it was then
 * (TR-EV-18). What an event has no part in is null.
 *
 * @param sid {@code EV} and 32 hexadecimal digits
 * @param type for example {@code reservation.created} (TR-EV-06 to 09)
 * @param at simulated milliseconds
 * @param description a sentence
 * @param resourceType {@code task}, {@code reservation}, {@code worker}, …
 * @param taskStatus the task's status then
 * @param taskAttributes the task's attributes then
 * @param workerAttributes the worker's attributes then
 * @param activity the worker's activity then
 * @param previousActivity before the change; for activity changes alone
 * @param previousActivityMs how long the worker was in it
 * @param channel for changes of a worker's channel
 * @param previousCapacity before such a change
 */
public record TaskRouterEvent(
    String sid,
    String type,
    long at,
    String description,
    String resourceType,
    String resourceSid,
    Task task,
    Task.Status taskStatus,
    Attributes taskAttributes,
    TaskQueue queue,
    Workflow workflow,
    Reservation reservation,
    Worker worker,
    Attributes workerAttributes,
    Activity activity,
    Activity previousActivity,
    long previousActivityMs,
    WorkerChannel channel,
    int previousCapacity) {}
